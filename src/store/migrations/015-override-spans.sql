-- Which days of the reporting regime a directive's own date takes the place of: the one report around a single date, or all while a rule runs.
create function override_span(regime text, due_on date, starts_on date, ends_on date) returns daterange language sql immutable as $$
  select case when due_on is null then daterange(starts_on, ends_on, '[]') else daterange(due_on - days, due_on + days, '[]') end
  from (select case split_part(regime, ':', 2) when 'monthly' then 15 when 'quarterly' then 45 else 90 end as days) near
$$;
