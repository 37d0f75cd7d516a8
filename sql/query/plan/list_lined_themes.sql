-- Themes among riparian buffers and road reservations that hold lines, from which strips may be drawn.
-- Parameters: municipality (text), chain (text[]), onDay (date), at (bigint). Result: theme (text).
SELECT t.theme
FROM unnest(ARRAY['riparian-buffer', 'road-reservation']) AS t (theme)
WHERE EXISTS (SELECT FROM lindero.theme_lines(:municipality, t.theme, :chain, CAST(:onDay AS date), :at))
ORDER BY t.theme;
