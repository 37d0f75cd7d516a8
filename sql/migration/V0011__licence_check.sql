-- Licence checks that were made, kept as the bytes that were answered, and what officers noted of them.
-- Locks: none on existing data.

CREATE TABLE lindero.licence_check (
    id           text COLLATE "C" PRIMARY KEY CHECK (length(id) >= 22),
    municipality text NOT NULL,
    question     bytea NOT NULL,
    answer_es    bytea NOT NULL,
    answer_en    bytea NOT NULL,
    verdict      text NOT NULL CHECK (verdict IN ('complies', 'does_not_comply', 'not_evaluable', 'needs_review')),
    made_at      timestamptz NOT NULL,
    kept_until   timestamptz,
    saved_at     timestamptz,
    CHECK ((kept_until IS NULL) = (saved_at IS NOT NULL))
);
CREATE INDEX licence_check_kept_until ON lindero.licence_check (kept_until) WHERE kept_until IS NOT NULL;
COMMENT ON TABLE lindero.licence_check IS 'Licence checks as they were answered; removed when their days are over, unless saved.';
COMMENT ON COLUMN lindero.licence_check.id IS 'Random identifier of 128 bits: who does not have it cannot guess it.';
COMMENT ON COLUMN lindero.licence_check.municipality IS 'DIVIPOLA code of the parcels.';
COMMENT ON COLUMN lindero.licence_check.question IS 'The question, as JSON in UTF-8.';
COMMENT ON COLUMN lindero.licence_check.answer_es IS 'The answer in Spanish, byte for byte.';
COMMENT ON COLUMN lindero.licence_check.answer_en IS 'The answer in English, byte for byte.';
COMMENT ON COLUMN lindero.licence_check.verdict IS 'Verdict of the whole.';
COMMENT ON COLUMN lindero.licence_check.made_at IS 'When it was made.';
COMMENT ON COLUMN lindero.licence_check.kept_until IS 'When it may be removed; null where it is saved for good.';
COMMENT ON COLUMN lindero.licence_check.saved_at IS 'When it was saved for good; null where it was not.';

CREATE TABLE lindero.licence_note (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    check_id text COLLATE "C" NOT NULL REFERENCES lindero.licence_check (id) ON DELETE CASCADE,
    finding  integer NOT NULL CHECK (finding > 0),
    verdict  text NOT NULL CHECK (verdict IN ('complies', 'does_not_comply')),
    note     text NOT NULL CHECK (length(note) BETWEEN 1 AND 4000),
    noted_at timestamptz NOT NULL
);
CREATE INDEX licence_note_check ON lindero.licence_note (check_id);
COMMENT ON TABLE lindero.licence_note IS 'What an officer decided of a finding that needed review; it stands beside the finding, never over it.';
COMMENT ON COLUMN lindero.licence_note.id IS 'Identifier of the note.';
COMMENT ON COLUMN lindero.licence_note.check_id IS 'The check.';
COMMENT ON COLUMN lindero.licence_note.finding IS 'Place of the finding in the answer, from 1.';
COMMENT ON COLUMN lindero.licence_note.verdict IS 'What the officer decided.';
COMMENT ON COLUMN lindero.licence_note.note IS 'Why.';
COMMENT ON COLUMN lindero.licence_note.noted_at IS 'When.';
