-- Keeps a licence check. Parameters: id, municipality, verdict (text), question, answerEs, answerEn (bytea), madeAt, keptUntil
-- (timestamptz).
INSERT INTO lindero.licence_check (id, municipality, question, answer_es, answer_en, verdict, made_at, kept_until)
VALUES (:id, :municipality, :question, :answerEs, :answerEn, :verdict, :madeAt, :keptUntil);
