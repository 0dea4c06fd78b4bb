package rollcall.reports;

/**
 * Where something was asked: one system in one topology on one provider.
 *
 * @param name the cell's name in the matrix, as {@code --only …@name} takes it
 * @param topology as it prints itself: {@code 3x redis-pubsub behind nginx-round-robin}
 */
public record Place(String name, String system, String topology, String provider) {}
