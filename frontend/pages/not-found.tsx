import { Link } from 'wouter';

export function NotFound() {
  return (
    <main className="notice-page">
      <h1>There is nothing here</h1>
      <p>
        <Link href="/">Go to your conversations</Link>
      </p>
    </main>
  );
}
