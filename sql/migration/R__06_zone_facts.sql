-- Label and legal sources of the zone rows that make a part, each source once, in a fixed order.
CREATE OR REPLACE FUNCTION lindero.zone_facts(zone_ids bigint[]) RETURNS TABLE (label text, sources text)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT min(z.label),
       coalesce(
           jsonb_agg(DISTINCT jsonb_build_object('act', z.act, 'article', z.article, 'text', z.source_text, 'url', z.url))
               FILTER (WHERE coalesce(z.act, z.article, z.source_text, z.url) IS NOT NULL), '[]')::text
FROM lindero.zone z
WHERE z.id = ANY (zone_ids)
$$;
COMMENT ON FUNCTION lindero.zone_facts(bigint[]) IS 'Label and legal sources (JSON array text) of zone rows.';
