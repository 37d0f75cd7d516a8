-- Findings by level and code. Parameters: none. Result: level, code (text), count (bigint).
SELECT f.level, f.code, count(*) AS count
FROM finding f
GROUP BY f.level, f.code
ORDER BY f.level, f.code;
