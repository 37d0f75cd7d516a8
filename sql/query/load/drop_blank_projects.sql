-- Takes out the records of a project bank that hold nothing in any column that is read, as sheets have them between and below
-- their rows, and tells each. Parameters: none. Result: how many (bigint); writes to finding. Relies on raw and record.
WITH
blank AS (
    DELETE FROM record r
    USING raw w
    WHERE w.fid = r.fid AND r.code IS NULL AND r.bpin IS NULL AND r.geom IS NULL
      AND NOT EXISTS (SELECT FROM jsonb_each_text(to_jsonb(w) - '{fid,source_fid,geom}'::text[]) v WHERE btrim(v.value) <> '')
    RETURNING r.fid
),
told AS (
    INSERT INTO finding (level, code, fid, detail)
    SELECT 'INFO', 'blank-record', b.fid, '{}'
    FROM blank b
    RETURNING fid
)
SELECT count(*) FROM told;
