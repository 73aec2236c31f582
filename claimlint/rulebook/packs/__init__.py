"""Rules from elsewhere: folders of the house and packs of installed packages."""
