/**
 * What each version of the file's layout adds to the one before. A file is brought up to date when it is opened;
 * a script that was ever published is never changed.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE account (
     user_id TEXT PRIMARY KEY,
     username TEXT NOT NULL UNIQUE,
     custom_id TEXT UNIQUE,
     email TEXT UNIQUE,
     password_hash TEXT,
     banned INTEGER NOT NULL,
     create_time_ms INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE account_device (
     device_id TEXT PRIMARY KEY,
     user_id TEXT NOT NULL REFERENCES account (user_id) ON DELETE CASCADE
   ) STRICT, WITHOUT ROWID;

   CREATE INDEX account_device_by_user ON account_device (user_id);

   CREATE TABLE notification (
     position INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     user_id TEXT NOT NULL,
     subject TEXT NOT NULL,
     content TEXT NOT NULL,
     code INTEGER NOT NULL,
     sender_id TEXT NOT NULL,
     create_time_ms INTEGER NOT NULL
   ) STRICT;

   CREATE INDEX notification_by_user ON notification (user_id, position);`,
]
