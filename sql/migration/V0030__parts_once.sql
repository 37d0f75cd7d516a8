-- The parts of a parcel in a scope are kept once: what two processes kept side by side is measured again, and cannot come back.
-- Parameters: none. Result: none. Locks derived_part for as long as its index takes (about 1 s for a million rows).
DELETE FROM lindero.derived_part d
USING (SELECT p.scope_id, p.parcel_id
       FROM lindero.derived_part p
       WHERE p.role = 'summary'
       GROUP BY p.scope_id, p.parcel_id
       HAVING count(*) > 1) twice
WHERE d.scope_id = twice.scope_id AND d.parcel_id = twice.parcel_id;
CREATE UNIQUE INDEX derived_part_summary ON lindero.derived_part (parcel_id, scope_id) WHERE role = 'summary';
