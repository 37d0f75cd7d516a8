-- Adds a row of a plan. Parameters: the columns; dates as ISO text, null for open.
INSERT INTO lindero.plan (municipality, code, kind, act, status, in_force, term_ends, revises, pub_from)
VALUES (:municipality, :code, :kind, :act, :status, daterange(CAST(:inForceFrom AS date), CAST(:inForceTo AS date)),
        CAST(:termEnds AS date), :revises, :pub);
