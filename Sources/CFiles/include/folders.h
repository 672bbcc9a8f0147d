// Folders with all that they hold. Links are never followed.
// Each function returns 0, or the errno of what went wrong first.
#ifndef LYS_FOLDERS_H
#define LYS_FOLDERS_H

/// Removes a file, or a folder with all that it holds, read-only folders too; what is mounted in it stays.
///
/// On Linux it may be called while a signal is handled.
int lys_remove_tree(const char *path);

/// Gives a file, a link, a pipe or a folder with all that it holds a second place: by hard links where the file system
/// has them, so that times, owners and everything else stay, else by copies with the same times and, as far as that is
/// permitted, the same owners. A file
/// that may not be read is left out; such a folder is an error.
int lys_carry(const char *path, const char *other);

/// Moves what stands in a folder and has no place in another to there, and removes the rest, of which the other has
/// the same: what was carried over is taken from the first, and what came in after that is not lost.
int lys_drain_folder(const char *path, const char *other);

/// Gives a folder the permissions of another, and its owner as far as that is permitted.
void lys_take_after(const char *path, const char *other);

#endif
