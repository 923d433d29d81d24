"""Every table, for migrations and tests: importing this module fills `Base.metadata`."""

from backend import chats, duework, idempotency, journal, keys, outbox, pacing
from backend.catalog import models as catalog
from backend.complaints import models as complaints
from backend.conversations import models as conversations
from backend.database import Base
from backend.dispatch import models as dispatch
from backend.followups import models as followups
from backend.goods import models as goods
from backend.people import models as people
from backend.reports import models as reports
from backend.standard import models as standard
from backend.surveys import models as surveys
from backend.tickets import models as tickets
from backend.visits import models as visits

FEATURES = (
    *(catalog, complaints, conversations, dispatch, followups, goods, people),
    *(reports, standard, surveys, tickets, visits),
)
GROUND = (chats, duework, idempotency, journal, keys, outbox, pacing)
metadata = Base.metadata
