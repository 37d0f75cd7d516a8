-- Typed rows of a load of norms, filled one by one: table "row". Parameters: none. Result: none.
CREATE UNLOGGED TABLE row (
    fid          bigint NOT NULL,
    part         integer NOT NULL,
    scope_theme  text COLLATE "C" NOT NULL,
    scope_zone   text COLLATE "C" NOT NULL,
    scope2_theme text COLLATE "C" NOT NULL,
    scope2_zone  text COLLATE "C" NOT NULL,
    quantity     text COLLATE "C" NOT NULL,
    operator     text NOT NULL,
    value        numeric,
    unit         text NOT NULL,
    per_amount   numeric,
    per_unit     text,
    base         text NOT NULL,
    condition    text,
    act          text NOT NULL,
    article      text NOT NULL,
    source_text  text,
    url          text,
    valid        daterange NOT NULL,
    content_hash uuid
);
