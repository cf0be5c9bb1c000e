package nl.ontwikkelagenda.app.command;

import java.beans.Introspector;
import java.time.Duration;

import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/** Gives every aggregate an {@link AggregateRepository}, under the bean name by which Axon looks for it. */
class AggregateRepositories implements BeanDefinitionRegistryPostProcessor {

	private static final Duration PATIENCE = Duration.ofSeconds(5);
	private static final int MOST_KEPT = 500;

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		BeanFactory beans = (BeanFactory) registry;
		for (String name : ((ConfigurableListableBeanFactory) registry).getBeanNamesForAnnotation(Aggregate.class)) {
			Class<?> type = ((ConfigurableListableBeanFactory) registry).getType(name);
			if (type != null) {
				register(registry, beans, type);
			}
		}
	}

	private static <T> void register(BeanDefinitionRegistry registry, BeanFactory beans, Class<T> type) {
		String name = Introspector.decapitalize(type.getSimpleName());
		RootBeanDefinition repository = new RootBeanDefinition();
		repository.setTargetType(ResolvableType.forClassWithGenerics(Repository.class, type));
		repository.setInstanceSupplier(() -> new AggregateRepository<>(type, beans.getBean(Configuration.class), PATIENCE, MOST_KEPT));
		registry.registerBeanDefinition(name + "Repository", repository);
	}
}
