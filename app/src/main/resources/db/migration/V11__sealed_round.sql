-- Answers of reflection rounds while they are open, sealed to a key that is kept outside the database: one row a round, whoever answers.

create table register.sealed_round (
	round_id uuid primary key,
	content bytea not null,
	closing boolean not null default false
);
comment on table register.sealed_round is 'All answers of a round in one envelope, sealed anew whenever one of them changes; emptied at the close.';
comment on column register.sealed_round.closing is 'Whether no more answers are taken.';

grant select, insert, update on register.sealed_round to ${application};
