// Help and palette: in work elsewhere, taken over from the list.
