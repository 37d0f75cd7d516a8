-- Notes what an officer decided of a finding. Parameters: id (text), finding (integer), verdict, note (text), now (timestamptz).
INSERT INTO lindero.licence_note (check_id, finding, verdict, note, noted_at)
VALUES (:id, :finding, :verdict, :note, :now);
