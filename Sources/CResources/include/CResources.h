// The files of Resources/, embedded in the program.
#ifndef TIDELINE_CRESOURCES_H
#define TIDELINE_CRESOURCES_H
#include <stddef.h>

/// The bytes of the file with this name (its path below Resources/), or NULL where there is none.
const unsigned char *_Nullable asset(const char *_Nonnull name, size_t *_Nonnull size);

/// The name of the file at this place in the table, or NULL past its end.
const char *_Nullable asset_name(size_t index);
#endif
