// FsCheck's and not the first half of this namespace's name.
global using Property = FsCheck.Property;
