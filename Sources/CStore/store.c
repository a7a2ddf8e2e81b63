#include "CStore.h"

#include <sqlite3.h>
#include <sys/vfs.h>

int yousu_no_checkpoint_on_close(void *connection) {
    return sqlite3_db_config((sqlite3 *)connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0) == SQLITE_OK;
}

const char *yousu_sqlite_version(void) {
    return sqlite3_libversion();
}

uint32_t yousu_file_system(const char *path) {
    struct statfs status;
    return statfs(path, &status) == 0 ? (uint32_t)status.f_type : 0;
}
