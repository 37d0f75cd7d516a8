-- Several classes of licence decided in one act, such as urbanizacion and construccion: the file keeps its first class, and names
-- the others here. Their validity is another than that of each alone (art. 2.2.6.1.2.4.1).
-- Locks: licence for a moment; a column with a constant default rewrites nothing.
ALTER TABLE lindero.licence
    ADD COLUMN other_classes text[] NOT NULL DEFAULT '{}'
        CHECK (other_classes <@ ARRAY['urbanizacion', 'parcelacion', 'subdivision', 'construccion', 'intervencion_espacio_publico']);
COMMENT ON COLUMN lindero.licence.other_classes IS 'Further classes decided in the same act, in alphabetical order; empty for none.';
