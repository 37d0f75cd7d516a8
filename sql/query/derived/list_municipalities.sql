-- Municipalities with a plan. Parameters: none. Result: municipality (text).
SELECT DISTINCT p.municipality FROM lindero.plan p WHERE p.pub_to IS NULL ORDER BY p.municipality;
