"""When something was bought, from free words in three languages. Pure: today is passed in."""
