"""The trade: people, catalogue, tickets, dispatch, visits, surveys. Knows nothing of chat."""
