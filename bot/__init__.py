"""The front door: chats in, words out; composes the process."""
