"""The core of the program: rules, storage, documents and services, without any window."""
