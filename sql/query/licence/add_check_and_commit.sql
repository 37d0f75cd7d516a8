-- Keeps a licence check, and ends the transaction in the same round trip: the driver then finds none open and asks for no end.
-- Parameters: id, municipality, verdict (text), question, answer (bytea: in Spanish, then in English),
-- spanishBytes (integer: so many of them are Spanish), madeAt, keptUntil (timestamptz).
INSERT INTO lindero.licence_check (id, municipality, question, answer, spanish_bytes, verdict, made_at, kept_until)
VALUES (:id, :municipality, :question, :answer, :spanishBytes, :verdict, :madeAt, :keptUntil);
COMMIT;
