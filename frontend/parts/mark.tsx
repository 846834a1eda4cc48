/** The sign of the chat: a sheet that speaks. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 64 64" aria-hidden="true">
      <path
        fill="currentcolor"
        d="M14 8h36a10 10 0 0 1 10 10v20a10 10 0 0 1-10 10H30L16 59V48h-2A10 10 0 0 1 4 38V18A10 10 0 0 1 14 8Z"
      />
      <path className="mark-lines" d="M18 22h28M18 33h16" />
    </svg>
  );
}
