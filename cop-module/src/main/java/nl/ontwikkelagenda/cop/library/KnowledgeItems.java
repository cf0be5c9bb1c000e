package nl.ontwikkelagenda.cop.library;

import java.util.Optional;

/** The items of the library; answered from the views. */
@FunctionalInterface
public interface KnowledgeItems {

	Optional<KnowledgeItemView> find(KnowledgeItemId item);
}
