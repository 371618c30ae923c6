-- Visits by hour (hours since 1970 in UTC), so that a seller sees them by their own day. What was counted by the day so far
-- stands at its noon.
ALTER TABLE visits RENAME COLUMN day TO hour;
UPDATE visits SET hour = hour * 24 + 12;
