#ifndef YOUSU_CFAULTSHIM_H
#define YOUSU_CFAULTSHIM_H

/* A library that is loaded before the C library (LD_PRELOAD) and lets its calls fail. What it does is said in the
 * environment:
 *
 *     YOUSU_SHIM_UNDER     only files whose paths begin so; nothing is done to others
 *     YOUSU_SHIM_AT        the call that fails, counted from 1
 *     YOUSU_SHIM_STAYS     1: it and all after it
 *     YOUSU_SHIM_ERROR     the error number; without it 5 (EIO)
 *     YOUSU_SHIM_ONLY      only calls with these letters count: o open, r read, w write, s sync, t truncate, n rename,
 *                          link and unlink, l lock, m map
 *     YOUSU_SHIM_KILL      1: instead of failing the process is killed
 *     YOUSU_SHIM_CALLS     a file to which the name of each call that counts is added
 *     YOUSU_SHIM_TRACE     a file to which everything that changes files is added, with its data
 *     YOUSU_SHIM_SIZE      the largest size of a file in bytes (RLIMIT_FSIZE)
 *     YOUSU_SHIM_CLOCK     seconds by which the clock is moved
 */

#endif
