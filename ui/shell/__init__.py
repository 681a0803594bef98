"""What stands around every page: navigation, header, command bar."""
