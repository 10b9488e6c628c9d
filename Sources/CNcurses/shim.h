// ncurses for output and terminfo; the C library's wide-character width, for the test that compares with it.
#ifndef TIDELINE_CNCURSES_H
#define TIDELINE_CNCURSES_H
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>
extern int wcwidth(wchar_t c);
#endif
