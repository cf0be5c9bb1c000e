-- What is to be done when, and by which instance it is being done; written by db-scheduler.
create table register.job (
	task_name text not null,
	task_instance text not null,
	task_data bytea,
	execution_time timestamptz not null,
	picked boolean not null,
	picked_by text,
	last_success timestamptz,
	last_failure timestamptz,
	consecutive_failures integer,
	last_heartbeat timestamptz,
	version bigint not null,
	primary key (task_name, task_instance)
);
create index on register.job (execution_time);
create index on register.job (last_heartbeat);
comment on column register.job.task_data is 'JSON: what a job that was asked for has to know.';

grant select, insert, update, delete on register.job to ${application};
