-- Numbers next to one that is not there, for a hint. Parameters: value (text), onDay (date), at (bigint). Result: text.
(SELECT p.number FROM lindero.parcel p
 WHERE p.number < :value COLLATE "C" AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :at)
 ORDER BY p.number DESC LIMIT 3)
UNION ALL
(SELECT p.number FROM lindero.parcel p
 WHERE p.number >= :value COLLATE "C" AND p.valid @> CAST(:onDay AS date) AND lindero.held(p.pub_from, p.pub_to, :at)
 ORDER BY p.number LIMIT 3)
ORDER BY 1;
