-- Hazard rasters of datasets: publishing.

-- Publishes which cells a dataset of zones is drawn from; a dataset of ordinary zones (content null) is drawn from none. What it
-- held before is closed, and added again for the days before valid_from. Returns whether anything changed.
CREATE OR REPLACE FUNCTION lindero.publish_raster(
    of_municipality text, of_plan text, of_theme text, of_dataset text, content bigint, how jsonb, valid_from date, pub bigint
) RETURNS boolean
    LANGUAGE plpgsql AS $$
DECLARE
    speaks daterange := daterange(valid_from, NULL);
    held bigint[];
BEGIN
    SELECT array_agg(r.id ORDER BY r.id) INTO held
    FROM lindero.raster r
    WHERE r.municipality = of_municipality AND r.plan = of_plan AND r.theme = of_theme AND r.dataset = of_dataset
      AND r.pub_to IS NULL AND r.valid && speaks;
    IF held IS NULL AND content IS NULL THEN
        RETURN false;
    END IF;
    IF cardinality(held) = 1 AND EXISTS (
        SELECT FROM lindero.raster r
        WHERE r.id = held[1] AND r.content_id = content AND r.classes = how AND r.valid * speaks = speaks) THEN
        RETURN false;
    END IF;
    UPDATE lindero.raster r SET pub_to = pub WHERE r.id = ANY (held);
    INSERT INTO lindero.raster (municipality, plan, theme, dataset, content_id, classes, valid, pub_from)
    SELECT r.municipality, r.plan, r.theme, r.dataset, r.content_id, r.classes, r.valid * daterange(NULL, valid_from), pub
    FROM lindero.raster r
    WHERE valid_from IS NOT NULL AND r.id = ANY (held) AND NOT isempty(r.valid * daterange(NULL, valid_from))
    ORDER BY r.id;
    INSERT INTO lindero.raster (municipality, plan, theme, dataset, content_id, classes, valid, pub_from)
    SELECT of_municipality, of_plan, of_theme, of_dataset, content, how, speaks, pub
    WHERE content IS NOT NULL;
    RETURN true;
END
$$;
COMMENT ON FUNCTION lindero.publish_raster(text, text, text, text, bigint, jsonb, date, bigint) IS
    'Publishes which raster a dataset of zones is drawn from; returns whether anything changed.';
