// What a signal that ends the process (the Ctrl-C of a terminal, a hang-up, a request to end) must not leave behind.
#ifndef LYS_SIGNALS_H
#define LYS_SIGNALS_H

/// Lets the process remove a file before a signal ends it; NULL where there is nothing to remove any more. One file or
/// folder at a time, of the thread that calls; a name of more than 4095 bytes stays.
void lys_remove_at_signals(const char *path);

/// The same for a folder with all that it holds.
void lys_remove_folder_at_signals(const char *path);

/// Ends the process at once, from whatever thread, and removes what a signal would remove.
void lys_end_now(int status);

/// Lets signals wait for steps that must not be cut short; few and quick ones.
void lys_defer_signals(void);

/// Ends the process if a signal has come meanwhile.
void lys_admit_signals(void);

#endif
