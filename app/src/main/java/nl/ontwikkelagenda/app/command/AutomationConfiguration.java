package nl.ontwikkelagenda.app.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import nl.ontwikkelagenda.app.store.DatabaseTime;
import nl.ontwikkelagenda.app.store.LoggedEvent;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.UnknownFact;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Wires automations: every bean with event handlers gets a processor of its own, named after its class (which is also its job's name), with tokens and dead letters in the
 * database and threads apart from those that serve people.
 */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {

	private static final int SEGMENTS = 4;
	private static final int THREADS = 4;
	private static final int BATCH = 50;
	/** Who is silent for so long has lost what he claimed; with the pause between looks another has it within 10 s. */
	private static final Duration CLAIM = Duration.ofSeconds(8);
	private static final Duration CLAIM_RENEWED_AFTER = Duration.ofSeconds(2);
	private static final Duration CLAIM_LOOK = Duration.ofSeconds(2);

	private static final TokenSchema TOKENS = TokenSchema.builder().setTokenTable("register.token").setProcessorNameColumn("processor_name").setTokenTypeColumn("token_type")
			.build();

	private static final DeadLetterSchema DEAD_LETTERS = DeadLetterSchema.builder().deadLetterTable("register.dead_letter").deadLetterIdentifierColumn("dead_letter_id")
			.processingGroupColumn("processing_group").sequenceIdentifierColumn("sequence_identifier").sequenceIndexColumn("sequence_index").messageTypeColumn("message_type")
			.eventIdentifierColumn("event_id").payloadTypeColumn("payload_type").payloadRevisionColumn("payload_revision").metaDataColumn("metadata")
			.aggregateTypeColumn("aggregate_type").aggregateIdentifierColumn("aggregate_id").sequenceNumberColumn("sequence_number").tokenTypeColumn("token_type")
			.enqueuedAtColumn("enqueued_at").lastTouchedColumn("last_touched").processingStartedColumn("processing_started").causeTypeColumn("cause_type")
			.causeMessageColumn("cause_message").build();

	@Bean(destroyMethod = "shutdown")
	ScheduledExecutorService automationThreads() {
		return Executors.newScheduledThreadPool(THREADS, new AxonThreadFactory("automations"));
	}

	@Bean(destroyMethod = "shutdown")
	ScheduledExecutorService automationCoordination() {
		return Executors.newScheduledThreadPool(2, new AxonThreadFactory("automation-coordination"));
	}

	@Bean(destroyMethod = "close")
	ExecutorService automationSenders() {
		return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("automation-sender-", 0).factory());
	}

	@Bean
	AutomationSource automationSource(EventStorageEngine engine) {
		return new AutomationSource(engine);
	}

	@Bean
	AutomationTokens tokenStore(ConnectionProvider connections, @Qualifier("serializer") Serializer general, JdbcTemplate jdbc, DatabaseTime time) {
		// of the whole process, as there is no other way
		AbstractTokenEntry.clock = time.clock();
		return tokens(connections, general, jdbc, UUID.randomUUID().toString());
	}

	/** @param node tells instances apart; their processes may have the same number and their hosts the same name */
	static AutomationTokens tokens(ConnectionProvider connections, Serializer general, JdbcTemplate jdbc, String node) {
		return new AutomationTokens(AutomationTokens.builder().connectionProvider(connections).serializer(general).schema(TOKENS).nodeId(node).claimTimeout(CLAIM), jdbc);
	}

	@Bean
	Savepoints savepoints(PlatformTransactionManager transactions) {
		return new Savepoints(transactions);
	}

	@Bean
	Automations automations(ObjectProvider<EventProcessingConfiguration> configuration, AutomationSource source, EventLog log, JdbcTemplate jdbc,
			@Qualifier("serializer") Serializer general) {
		return new Automations(configuration::getObject, source, log, jdbc, general, SEGMENTS);
	}

	@Bean
	CommandGateway commandGateway(CommandBus bus, AxonCommands commands, Automations automations, @Qualifier("automationSenders") ExecutorService senders) {
		return DefaultCommandGateway.builder().commandBus(new AutomationCommands(bus, commands, automations, senders)).build();
	}

	@Bean
	ConfigurerModule automationProcessors(AutomationSource source, AutomationTokens tokens, ConnectionProvider connections, TransactionManager transactions,
			@Qualifier("serializer") Serializer general, @Qualifier("eventSerializer") Serializer events, @Qualifier("automationThreads") ScheduledExecutorService threads,
			@Qualifier("automationCoordination") ScheduledExecutorService coordination) {
		return new ConfigurerModule() {

			@Override
			public void configureModule(Configurer configurer) {
				EventProcessingConfigurer processing = configurer.eventProcessing();
				processing.usingPooledStreamingEventProcessors((axon, builder) -> processor(builder, threads, coordination));
				processing.byDefaultAssignHandlerInstancesTo(automation -> automation.getClass().getSimpleName());
				processing.configureDefaultStreamableMessageSource(axon -> source);
				processing.registerTokenStore(axon -> tokens);
				processing.registerDefaultTransactionManager(axon -> transactions);
				processing.registerDefaultSequencingPolicy(axon -> SequentialPerAggregatePolicy.instance());
				processing.registerDefaultErrorHandler(axon -> PropagatingErrorHandler.instance());
				processing.registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance());
				processing.registerDefaultHandlerInterceptor((axon, name) -> (unit, chain) -> {
					requireKnown(unit.getMessage());
					unit.resources().put(AutomationCommands.AUTOMATION, name);
					return chain.proceed();
				});
				processing.registerDeadLetterQueueProvider(name -> axon -> JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder().processingGroup(name)
						.connectionProvider(connections).transactionManager(transactions).schema(DEAD_LETTERS).genericSerializer(general).eventSerializer(events).build());
				processing.registerDefaultDeadLetterPolicy(axon -> AutomationConfiguration::parkUnlessAway);
			}

			// after Axon's own module, which would take the dead letters away again
			@Override
			public int order() {
				return Integer.MAX_VALUE;
			}
		};
	}

	private static PooledStreamingEventProcessor.Builder processor(PooledStreamingEventProcessor.Builder builder, ScheduledExecutorService threads,
			ScheduledExecutorService coordination) {
		// A clock that never jumps, as it only measures how long ago something was: by one that was set back, work that was let go would be taken up again only when that clock had
		// caught up. And the tail itself, not a replay from there: at the first start an automation must do what it sees.
		InstantSource steady = () -> Instant.EPOCH.plusNanos(System.nanoTime());
		return builder.workerExecutor(threads).coordinatorExecutor(coordination).initialSegmentCount(SEGMENTS).batchSize(BATCH).clock(steady.withZone(ZoneOffset.UTC))
				.claimExtensionThreshold(CLAIM_RENEWED_AFTER.toMillis()).tokenClaimInterval(CLAIM_LOOK.toMillis()).initialToken(log -> log.createTailToken());
	}

	/** A dead letter does not come by way of {@link AutomationSource}. */
	private static void requireKnown(EventMessage<?> event) {
		if (!LoggedEvent.isKnown(event)) {
			throw new UnknownFact("with id " + event.getIdentifier());
		}
	}

	/** An event is parked when its handling fails, but not when the database is away or another instance is still at it: that passes, and then all is done in order. */
	private static EnqueueDecision<EventMessage<?>> parkUnlessAway(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
		if (Failures.isAway(cause) || cause instanceof IdempotencyKeyInUse) {
			throw new StoreUnavailable(cause);
		}
		return Decisions.enqueue(ThrowableCause.truncated(cause));
	}
}
