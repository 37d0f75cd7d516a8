-- Text without case and accents, for searches by name and address. unaccent is only STABLE because its dictionary may be
-- changed; ours is not, and an index needs IMMUTABLE.
CREATE OR REPLACE FUNCTION lindero.folded(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));
COMMENT ON FUNCTION lindero.folded(text) IS 'Text without case and accents.';
CREATE INDEX IF NOT EXISTS parcel_address ON lindero.parcel USING gin (lindero.folded(address) gin_trgm_ops)
    WHERE address IS NOT NULL;
