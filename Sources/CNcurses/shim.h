// ncurses for output and terminfo; the C library's wide-character width, for the test that compares with it.
// Inline functions stand for what Swift cannot import: casts in macros, shared variables, variadic functions.
#ifndef TIDELINE_CNCURSES_H
#define TIDELINE_CNCURSES_H
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>
extern int wcwidth(wchar_t c);

static const attr_t curses_bold = WA_BOLD;
static const attr_t curses_dim = WA_DIM;
static const attr_t curses_underline = WA_UNDERLINE;
static const attr_t curses_reverse = WA_REVERSE;

// What the physical screen shows, as ncurses believes.
static inline WINDOW *_Nullable curses_physical_screen(void) { return curscr; }

// 0 and the size, or -1.
static inline int curses_measure(int descriptor, int *_Nonnull height, int *_Nonnull width) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *height = size.ws_row;
  *width = size.ws_col;
  return 0;
}

// For tests, which bring their own pseudo-terminal.
static inline int curses_set_window_size(int descriptor, int height, int width) {
  struct winsize size = {(unsigned short)height, (unsigned short)width, 0, 0};
  return ioctl(descriptor, TIOCSWINSZ, &size);
}

// A character and at most one mark over it, in one cell or two.
static inline int curses_put(WINDOW *_Nonnull window, int row, int column, unsigned base, unsigned mark,
                             attr_t attributes, int pair) {
  wchar_t text[3] = {(wchar_t)base, (wchar_t)mark, 0};
  cchar_t cell;
  if (setcchar(&cell, text, attributes, (short)pair, NULL) == ERR) return ERR;
  return mvwadd_wch(window, row, column, &cell);
}

// The sequence that places the cursor, perhaps with terminfo's marks for delays in it.
static inline const char *_Nullable curses_cursor_address(int row, int column) {
  return cursor_address == NULL ? NULL : tiparm(cursor_address, row, column);
}

// Frees what setupterm made.
static inline void curses_forget_terminal(void) {
  if (cur_term != NULL) del_curterm(cur_term);
}
#endif
