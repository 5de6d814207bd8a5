-- A charge is made of stretches, each with its own version of the tariff; until now each had one,
-- a whole month at one price, with a finite decimal for every number.
create function pg_temp.fraction(decimal_text text) returns text language sql immutable as $$
    select case
        when scale(trim_scale(n)) = 0 then trim_scale(n)::text
        else (trim_scale(n) * 10 ^ scale(trim_scale(n)))::numeric(60, 0)::text || '/'
            || (10 ^ scale(trim_scale(n)))::numeric(60, 0)::text
    end from (select decimal_text::numeric as n) given
$$;

update charge set trace = jsonb_build_object(
    'segments', jsonb_build_array(jsonb_build_object(
        'tariff_id', trace -> 'tariff_id',
        'days', period_start::text || '/' || (period_end - 1)::text,
        'basis', trace -> 'basis',
        'quantity', pg_temp.fraction(trace ->> 'quantity'),
        'earlier', null,
        'price', pg_temp.fraction(trace ->> 'price'),
        'minimum', null,
        'bands', '[]'::jsonb,
        'months', '1',
        'discounts', '[]'::jsonb,
        'spans', trace -> 'spans')),
    'before', '0',
    'rounding', trace -> 'rounding',
    'decimals', 2,
    'rounded', 'PER_LINE',
    'tax', 'NONE',
    'tax_rate', '0',
    'currency', trace -> 'currency')
where not trace ? 'segments';
