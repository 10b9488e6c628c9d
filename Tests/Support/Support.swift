// The fixtures of all tests.
