/** Grey shapes where rows of a list will be. */
export function SkeletonRows({ count }: { count: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: count }, (_, i) => i).map((i) => (
        <div key={i} className="skeleton-row">
          <span className="skeleton-picture" />
          <span className="skeleton-line" />
          <span className="skeleton-line skeleton-short" />
        </div>
      ))}
    </div>
  );
}
