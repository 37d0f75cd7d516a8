-- Typed rows of a load of economic activities, filled one by one: table "row". Parameters: none. Result: none.
CREATE UNLOGGED TABLE row (
    fid          bigint NOT NULL,
    part         integer NOT NULL,
    ciiu         text COLLATE "C" NOT NULL,
    category     text COLLATE "C" NOT NULL,
    area_min_m2  numeric,
    area_max_m2  numeric,
    note         text,
    valid        daterange NOT NULL DEFAULT '(,)',
    content_hash uuid
);
