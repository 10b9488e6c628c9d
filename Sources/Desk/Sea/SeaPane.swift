// The public sea: in work elsewhere, taken over from the list.
