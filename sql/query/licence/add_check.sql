-- Keeps a licence check. Parameters: id, municipality, verdict (text), question, answer (bytea: in Spanish, then in English),
-- spanishBytes (integer: so many of them are Spanish), madeAt, keptUntil (timestamptz).
INSERT INTO lindero.licence_check (id, municipality, question, answer, spanish_bytes, verdict, made_at, kept_until)
VALUES (:id, :municipality, :question, :answer, :spanishBytes, :verdict, :madeAt, :keptUntil);
