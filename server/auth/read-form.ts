/** Fields of a posted form as text; a field that is missing, repeated as a file or too long reads as empty. */
export async function readForm(request: Request): Promise<(name: string) => string> {
  const form = await request.formData();
  return (name) => {
    const value = form.get(name);
    return typeof value === 'string' && value.length <= 8000 ? value : '';
  };
}
